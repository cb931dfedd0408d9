package com.acme.shop.order;

import com.acme.shop.model.Customer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "purchase")
public class Purchase {

    public enum State {
        OPEN,
        PAID
    }

    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "customer_id")
    public Customer customer;

    @Column(precision = 12, scale = 2, nullable = false)
    public BigDecimal total;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    public State state;
}
