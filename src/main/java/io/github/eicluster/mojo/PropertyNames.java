package io.github.eicluster.mojo;

/** Every user property of the plugin, spelled like the POM path. */
final class PropertyNames {

    private static final String PREFIX = "ei-cluster.";

    static final String DISTRIBUTION = PREFIX + "distribution";
    static final String ENVIRONMENT = PREFIX + "environment";
    static final String OUTPUT_DIRECTORY = PREFIX + "outputDirectory";
    static final String FORMATS = PREFIX + "formats";
    static final String OVERLAYS = PREFIX + "overlays";
    static final String SKIP = PREFIX + "skip";
    static final String ATTACH = PREFIX + "attach";
    static final String CHECKSUMS = PREFIX + "checksums";
    static final String PRODUCTION = PREFIX + "production";
    static final String SAMPLE_CAR = PREFIX + "sampleCar";

    static final String CERTS_SKIP = PREFIX + "certs.skip";
    static final String CERTS_RENEW = PREFIX + "certs.renew";
    static final String CERTS_NEW_KEY = PREFIX + "certs.newKey";
    static final String CONFIGURE_SKIP = PREFIX + "configure.skip";
    static final String LOAD_BALANCER_SKIP = PREFIX + "load-balancer.skip";
    static final String DATABASES_SKIP = PREFIX + "databases.skip";
    static final String DATABASES_SHOW_PASSWORDS = PREFIX + "databases.showPasswords";
    static final String PACKAGE_SKIP = PREFIX + "package.skip";
    static final String PACKAGE_THREADS = PREFIX + "package.threads";
    static final String DIFF_SKIP = PREFIX + "diff.skip";
    static final String DIFF_COLOR = PREFIX + "diff.color";

    static final String ENCRYPT_SKIP = PREFIX + "encrypt.skip";
    static final String ENCRYPT_SERVER_ID = PREFIX + "encrypt.serverId";
    static final String ENCRYPT_ALIAS = PREFIX + "encrypt.alias";
    static final String DECRYPT_CHECK_SKIP = PREFIX + "decrypt-check.skip";
    static final String INIT_DATABASES_SKIP = PREFIX + "init-databases.skip";
    static final String CHECK_DATABASES_SKIP = PREFIX + "check-databases.skip";
    static final String ADMIN_SERVER_ID = PREFIX + "adminServerId";
    static final String ADMIN_USERNAME = PREFIX + "adminUsername";
    static final String ADMIN_PASSWORD = PREFIX + "adminPassword";
    static final String ADMIN_URL = PREFIX + "adminUrl";
    static final String LOGIN_TIMEOUT = PREFIX + "loginTimeout";
    static final String LOCK_TIMEOUT = PREFIX + "lockTimeout";

    static final String VERIFY_SKIP = PREFIX + "verify.skip";
    static final String VERIFY_HOMES = PREFIX + "verify.homes";
    static final String VERIFY_LOAD_BALANCER = PREFIX + "verify.loadBalancer";
    static final String VERIFY_FAIL_ON = PREFIX + "verify.failOn";
    static final String VERIFY_PRODUCTION = PREFIX + "verify.production";
    static final String SAMPLE_CAR_SKIP = PREFIX + "sample-car.skip";
    static final String SMOKE_TEST_SKIP = PREFIX + "smoke-test.skip";
    static final String SMOKE_TEST_HTTP = PREFIX + "smoke-test.http";
    static final String SMOKE_TEST_HTTPS = PREFIX + "smoke-test.https";
    static final String SMOKE_TEST_CONSOLE = PREFIX + "smoke-test.console";
    static final String SMOKE_TEST_ADDRESS = PREFIX + "smoke-test.address";
    static final String SMOKE_TEST_TRUSTED = PREFIX + "smoke-test.trusted";
    static final String SMOKE_TEST_REQUESTS = PREFIX + "smoke-test.requests";
    static final String SMOKE_TEST_TIMEOUT = PREFIX + "smoke-test.timeout";
    static final String SMOKE_TEST_PATH = PREFIX + "smoke-test.path";
    static final String SMOKE_TEST_SERVICE = PREFIX + "smoke-test.service";
    static final String SMOKE_TEST_STRICT = PREFIX + "smoke-test.strict";
    static final String SMOKE_TEST_FAILOVER = PREFIX + "smoke-test.failover";
    static final String EXPLAIN_RULE = PREFIX + "explain.rule";

    static final String START_SKIP = PREFIX + "start.skip";
    static final String START_TIMEOUT = PREFIX + "start.timeout";
    static final String START_KEEP = PREFIX + "start.keep";
    static final String STOP_SKIP = PREFIX + "stop.skip";
    static final String STOP_TIMEOUT = PREFIX + "stop.timeout";
    static final String MEMBER_TIMEOUT = PREFIX + "memberTimeout";
    static final String RUN_SKIP = PREFIX + "run.skip";
    static final String RESTART_SKIP = PREFIX + "restart.skip";
    static final String RESTART_ROLLING = PREFIX + "restart.rolling";

    private PropertyNames() {}
}
