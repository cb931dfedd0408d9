package io.limbeck.target.model;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** An account, with a sequence for its keys and all kinds of associations. */
@Entity
@Check(name = "in_the_black", constraints = "balance >= 0")
class Account {

    enum State {
        OPEN,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "accounts")
    @SequenceGenerator(name = "accounts", sequenceName = "account_number", initialValue = 1000, allocationSize = 20)
    Long id;

    @Column(precision = 12, scale = 2, nullable = false)
    BigDecimal balance;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.ORDINAL)
    State former;

    @Lob
    String notes;

    @Lob
    byte[] photo;

    @Column(length = 16)
    byte[] digest;

    double weight;
    float height;
    short rank;
    byte level;
    char letter;
    Integer visits;
    LocalTime opens;
    LocalDateTime updated;
    OffsetDateTime seen;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Person owner;

    @ManyToOne
    @JoinColumn(name = "deputy", foreignKey = @ForeignKey(name = "deputy_is_a_person"))
    Person deputy;

    @OneToOne
    Account parent;

    @ManyToMany
    Set<Person> readers;

    @ElementCollection
    Set<String> tags;
}
