package io.limbeck.type;

/**
 * An array of another type.
 *
 * @param dimensions at least 1
 */
public record ArrayType(Type element, int dimensions) implements Type {

    @Override
    public String script() {
        return "array(" + element.script() + (dimensions == 1 ? "" : ", dimensions: " + dimensions) + ")";
    }
}
