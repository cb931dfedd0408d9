package io.limbeck.target;
