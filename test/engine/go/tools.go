//go:build tools

// Package engine names the Pulumi CLI, so that go.mod and go.sum pin it and `go build` can make it.
package engine

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
