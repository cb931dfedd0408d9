package io.limbeck.maven;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;

/** Takes back the drivers that classes of its own loader registered; see {@link DriverLoader}. */
public final class Deregistration implements Runnable {

    @Override
    public void run() {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == getClass().getClassLoader()) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException refused) {
                    throw new IllegalStateException(refused);
                }
            }
        }
    }
}
