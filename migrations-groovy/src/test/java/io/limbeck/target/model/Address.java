package io.limbeck.target.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Part of another's table. */
@Embeddable
class Address {

    String street;

    @Column(name = "post_code", columnDefinition = "char(5)")
    String postCode;
}
