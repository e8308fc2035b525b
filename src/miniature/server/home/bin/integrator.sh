#!/bin/sh
# Start script of the miniature integrator, a stand-in for WSO2 Enterprise Integrator in tests. It takes what the real
# script takes: --start, --stop, --restart, --debug port, --version, and -Dname=value for the server.

PRG="$0"
while [ -h "$PRG" ]; do
  LINK=$(readlink "$PRG")
  case "$LINK" in
    /*) PRG="$LINK" ;;
    *) PRG=$(dirname "$PRG")/"$LINK" ;;
  esac
done
[ -z "$CARBON_HOME" ] && CARBON_HOME=$(cd "$(dirname "$PRG")/.." && pwd)
export CARBON_HOME

if [ -z "$JAVA_HOME" ] || [ ! -x "$JAVA_HOME/bin/java" ]; then
  echo "You must set the JAVA_HOME variable before running CARBON."
  exit 1
fi
PID_FILE="$CARBON_HOME/wso2carbon.pid"

running() {
  [ -e "$PID_FILE" ] && kill -0 "$(cat "$PID_FILE")" 2> /dev/null
}

stop() {
  kill -TERM "$(cat "$PID_FILE")"
}

CMD=""
DEBUG=""
args=""
while [ $# -gt 0 ]; do
  case "$1" in
    --start | -start | start) CMD=start ;;
    --stop | -stop | stop) CMD=stop ;;
    --restart | -restart | restart) CMD=restart ;;
    --run | -run | run) CMD=run ;;
    --version | -version | version) CMD=version ;;
    --debug | -debug | debug)
      shift
      DEBUG="-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=localhost:$1"
      ;;
    *) args="$args $1" ;;
  esac
  shift
done

case "$CMD" in
  version)
    cat "$CARBON_HOME/bin/version.txt" "$CARBON_HOME/bin/wso2carbon-version.txt"
    exit 0
    ;;
  stop)
    running && stop
    exit 0
    ;;
  start)
    if running; then
      echo "Process is already running"
      exit 0
    fi
    nohup sh "$CARBON_HOME/bin/integrator.sh" $args > /dev/null 2>&1 &
    exit 0
    ;;
  restart)
    if running; then
      stop
      while running; do
        sleep 1
      done
    fi
    nohup sh "$CARBON_HOME/bin/integrator.sh" $args > /dev/null 2>&1 &
    exit 0
    ;;
esac

if running; then
  echo "Process is already running"
  exit 0
fi
cd "$CARBON_HOME" || exit 1
[ -z "$JVM_MEM_OPTS" ] && JVM_MEM_OPTS="-Xms64m -Xmx256m"
echo "Using Java memory options: $JVM_MEM_OPTS"

# A server that wants to be started again ends with 121.
status=121
while [ "$status" = 121 ]; do
  "$JAVA_HOME/bin/java" $JVM_MEM_OPTS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    --add-modules java.se --add-exports java.base/jdk.internal.ref=ALL-UNNAMED --add-opens java.base/java.lang=ALL-UNNAMED \
    --add-opens java.base/java.nio=ALL-UNNAMED --add-opens java.base/sun.nio.ch=ALL-UNNAMED --add-opens java.management/sun.management=ALL-UNNAMED \
    --add-opens jdk.management/com.sun.management.internal=ALL-UNNAMED \
    -Dcarbon.home="$CARBON_HOME" -Djava.util.logging.manager=io.github.eicluster.miniature.LastingLogs -Djava.io.tmpdir="$CARBON_HOME/wso2/tmp" -Dfile.encoding=UTF8 -DworkerNode=false \
    -Dcarbon.config.dir.path="$CARBON_HOME/conf" $JAVA_OPTS $DEBUG \
    -cp "wso2/components/plugins/*:lib/*" io.github.eicluster.miniature.Main $args
  status=$?
done
exit 0
