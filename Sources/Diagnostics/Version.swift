/// The version of docgen, as reports and `--version` state it.
package let docgenVersion = "0.1.0"
