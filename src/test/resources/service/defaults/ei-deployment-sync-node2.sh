#!/bin/sh
# Fetches the deployment artifacts of node1 to node2, cluster wso2.ei.domain.
# Place: /opt/wso2/node2/ei-deployment-sync-node2.sh, with deployment-sync.filter beside it
set -eu
FROM='wso2@192.168.57.11:/opt/wso2/node1/wso2ei-6.6.0/repository'
TO='/opt/wso2/node2/wso2ei-6.6.0/repository'
export RSYNC_RSH='ssh -o BatchMode=yes -o ConnectTimeout=15'
HERE=$(cd "$(dirname "$0")" && pwd)

fetch() {
    # Applications that are gone are removed before new ones come, so that no two versions meet.
    rsync --recursive --links --safe-links --times --omit-dir-times --timeout=60 --delete-before "$@"
}

# Only these trees of the home are read and written: never databases, logs, data and tmp. If the source has no such
# directory, rsync fails before it removes anything.
if [ ! -d "$TO/deployment/server" ]; then
    echo "$TO/deployment/server does not exist: nothing is fetched." >&2
    exit 1
fi
fetch --filter="merge $HERE/deployment-sync.filter" "$FROM/deployment/server/" "$TO/deployment/server/"
