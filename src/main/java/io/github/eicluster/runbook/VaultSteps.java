package io.github.eicluster.runbook;

import io.github.eicluster.model.Node;
import io.github.eicluster.model.Vault;
import io.github.eicluster.model.Vault.Startup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the runbook says of the secure vault: how each node gets its start-up password. */
final class VaultSteps {

    private final RunbookData data;
    private final Optional<Vault> vault;

    VaultSteps(RunbookData data) {
        this.data = data;
        this.vault = data.cluster().vault();
    }

    Map<String, Object> context() {
        Map<String, Object> context = new HashMap<>();
        context.put("vault", vault.isPresent());
        context.put("asks", is(Startup.PROMPT));
        context.put("onceOnly", is(Startup.TEMPORARY_FILE));
        context.put("credential", is(Startup.CREDENTIAL));
        context.put("persistent", is(Startup.PERSISTENT_FILE));
        context.put("vaultFiles", vault.map(this::rows).orElse(List.of()));
        return context;
    }

    private boolean is(Startup startup) {
        return vault.filter(v -> v.startup() == startup).isPresent();
    }

    private List<Map<String, String>> rows(Vault present) {
        ServiceSteps services = new ServiceSteps(data);
        return data.cluster().nodes().stream()
                .flatMap(node -> present.writtenFile(node).stream().map(name -> row(node, name, services)))
                .toList();
    }

    private Map<String, String> row(Node node, String name, ServiceSteps services) {
        boolean credential = name.equals(Vault.CREDENTIAL_FILE);
        String home = new NodeRows(data).home(node);
        boolean windows = node.os() == Node.Os.WINDOWS;
        return Map.of(
                "node",
                node.id(),
                "file",
                "vault/" + node.id() + "/" + name,
                "place",
                credential ? Vault.credential(node.id()) : home + (windows ? "\\" : "/") + name,
                "owner",
                windows
                        ? "the account of the server"
                        : credential ? "root" : services.owner().split(":", 2)[0]);
    }
}
