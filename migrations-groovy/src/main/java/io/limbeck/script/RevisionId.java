package io.limbeck.script;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids for new revisions, which two branches never choose alike. Shape: {@code a1b2c3d4e5f6} */
public final class RevisionId {

    private static final int BYTES = 6;

    private RevisionId() {}

    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
