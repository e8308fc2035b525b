package io.github.eicluster.verify.rule;

import io.github.eicluster.verify.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules, group by group. */
public final class RuleTable {

    private RuleTable() {}

    /** {@return all rules in the order of their ids} */
    public static List<Rule> all() {
        return Stream.of(
                        MembershipRules.all(),
                        MemberListRules.all(),
                        MemberNameRules.all(),
                        ClusterFileRules.all(),
                        ClusterSettingRules.all(),
                        RegistryFileRules.all(),
                        SharedRegistryRules.all(),
                        MountRules.all(),
                        UserRules.all(),
                        DatasourceFileRules.all(),
                        DriverRules.all(),
                        DatasourceRules.all(),
                        HostRules.all(),
                        TransportRules.all(),
                        ConnectorRules.all(),
                        PoolRules.all(),
                        BalancerRules.all(),
                        SharedFileRules.all(),
                        KeyRules.all(),
                        TrustRules.all(),
                        VaultRules.all(),
                        AliasRules.all(),
                        HomeRules.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }
}
