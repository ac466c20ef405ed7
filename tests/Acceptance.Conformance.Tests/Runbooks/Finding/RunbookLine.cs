namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// A line of openstack, kubectl, juju, maas or virsh, as it stands in a block, in a comment or in a sentence.
/// </summary>
/// <param name="Line">The number of the line where it begins, from 1.</param>
/// <param name="Text">On one line unless a quoted word of it is longer.</param>
internal sealed record RunbookLine(string Runbook, int Line, string Program, string Text);
