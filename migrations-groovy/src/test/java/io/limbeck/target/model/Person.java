package io.limbeck.target.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** A person, with an identity column and whatever a column can have. */
@Entity
@Table(
        name = "person",
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "one_name",
                    columnNames = {"first_name", "last_name"}),
            @UniqueConstraint(columnNames = {"last_name", "born"})
        },
        indexes = {
            @Index(columnList = "born desc, last_name"),
            @Index(name = "by_token", columnList = "token", unique = true)
        })
@Comment("Whoever may own something")
class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    @Column(name = "first_name", nullable = false, length = 40)
    String firstName;

    @Column(name = "last_name", nullable = false, length = 60)
    @Comment("The family's")
    String lastName;

    @Column(unique = true)
    String email;

    LocalDate born;
    UUID token;

    @ColumnDefault("true")
    boolean active;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt;

    @Embedded
    Address address;
}
