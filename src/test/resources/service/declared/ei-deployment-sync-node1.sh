#!/bin/sh
# Fetches the deployment artifacts of node2 to node1, cluster wso2.ei.domain.
# Place: /srv/ei/node1/ei-deployment-sync-node1.sh, with deployment-sync.filter beside it
set -eu
FROM='deploy@[fd00::2]:/srv/ei/node2/wso2ei-6.6.0/repository'
TO='/srv/ei/node1/wso2ei-6.6.0/repository'
export RSYNC_RSH='ssh -o BatchMode=yes -o ConnectTimeout=15'
HERE=$(cd "$(dirname "$0")" && pwd)

fetch() {
    rsync --recursive --links --safe-links --times --omit-dir-times --timeout=60 "$@"
}

# Only these trees of the home are read and written: never databases, logs, data and tmp. If the source has no such
# directory, rsync fails before it removes anything.
if [ ! -d "$TO/deployment/server" ]; then
    echo "$TO/deployment/server does not exist: nothing is fetched." >&2
    exit 1
fi
fetch --filter="merge $HERE/deployment-sync.filter" "$FROM/deployment/server/" "$TO/deployment/server/"

# The directory is there once there is a tenant. It is not removed if the source has none (P, protect).
fetch --filter='P /tenants/' --filter="merge $HERE/deployment-sync.filter" \
    --filter='+ /tenants/' --filter='+ /tenants/**' --filter='- *' "$FROM/" "$TO/"
