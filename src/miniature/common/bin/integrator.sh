#!/bin/sh
# Miniature of the start script: shows what it would start, starts nothing.
EI_HOME=$(cd "$(dirname "$0")/.." && pwd)
cd "$EI_HOME" || exit 1
echo java $JAVA_OPTS \
    -Dcarbon.home="$EI_HOME" \
    -Dcarbon.config.dir.path="$EI_HOME/conf" \
    -Dcarbon.external.lib.dir.path="$EI_HOME/lib" \
    -DworkerNode=false \
    org.wso2.carbon.bootstrap.Bootstrap "$@"
