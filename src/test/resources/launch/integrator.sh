#!/bin/sh
# Stand-in for the start script in tests of the room launch: like the vendor's, it runs the server as a child in the
# foreground, hands no signal on, and ends with status 0. The server is the file scene.sh of the home.
EI_HOME=$(cd "$(dirname "$0")/.." && pwd)
cd "$EI_HOME" || exit 1
NODE_ARGUMENT=$1 sh "$EI_HOME/scene.sh"
exit 0
