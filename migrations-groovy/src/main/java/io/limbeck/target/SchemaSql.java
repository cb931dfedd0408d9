package io.limbeck.target;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Schema;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
