package io.github.eicluster.config;

import io.github.eicluster.model.Admin;
import java.util.Optional;

/** Reads {@code cluster/admin}. */
final class AdminReader {

    private final Context context;

    AdminReader(Context context) {
        this.context = context;
    }

    Admin read(Optional<Entry> admin) {
        return admin.map(this::read).orElse(Admin.OF_BASE);
    }

    private Admin read(Entry entry) {
        Login login = Login.read(context, entry);
        return new Admin(login.user(), login.password(), entry.text("role"), entry.flag("add"));
    }
}
