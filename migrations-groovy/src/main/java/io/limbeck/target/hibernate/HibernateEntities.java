package io.limbeck.target.hibernate;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.schema.Schema;
import io.limbeck.target.EntityReader;
import io.limbeck.target.EntityRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelector;

/** The schema that Hibernate's own metadata asks for; its dialect is chosen by name, and no connection is opened. */
public final class HibernateEntities implements EntityReader {

    private static final String DIALECT = "hibernate.dialect";
    private static final String IMPLICIT_NAMING = "hibernate.implicit_naming_strategy";

    @Override
    public Schema read(EntityRequest request) {
        List<Class<?>> classes = new ModelClasses(request.classes()).in(request.packages());
        if (classes.isEmpty()) {
            throw LimbeckException.setup(
                    Problem.of(
                            "no-entities",
                            "there are no entities in " + String.join(", ", request.packages()),
                            "The classes must be compiled before: bind the goal behind `compile`, or run `mvn compile db:check`."));
        }
        try (Silence silence = new Silence();
                BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(request.classes())
                        .build()) {
            HibernateDialect dialect = HibernateDialect.of(request);
            try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap)
                    .applySettings(settings(request, dialect))
                    .build()) {
                return new MetadataReading(metadata(classes, registry, request), request, dialect.ownWords()).schema();
            }
        }
    }

    private static Map<String, Object> settings(EntityRequest request, HibernateDialect dialect) {
        Map<String, Object> settings = new HashMap<>(request.properties());
        settings.remove(IMPLICIT_NAMING);
        settings.putIfAbsent(DIALECT, dialect.className());
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        settings.put("hibernate.temp.use_jdbc_metadata_defaults", false);
        return settings;
    }

    private static Metadata metadata(List<Class<?>> classes, StandardServiceRegistry registry, EntityRequest request) {
        MetadataSources sources = new MetadataSources(registry);
        classes.forEach(sources::addAnnotatedClass);
        ImplicitNamingStrategy naming = registry.requireService(StrategySelector.class)
                .resolveDefaultableStrategy(
                        ImplicitNamingStrategy.class,
                        (Object) request.properties().get(IMPLICIT_NAMING),
                        ImplicitNamingStrategyJpaCompliantImpl.INSTANCE);
        return sources.getMetadataBuilder()
                .applyImplicitNamingStrategy(GeneratedNames.marking(naming, request.classes()))
                .build();
    }
}
