namespace Acceptance.Conformance.Tests.Runbooks.Running;

/// <summary>What a block printed, how it ended, and how long that took on the wall's clock.</summary>
internal sealed record Ran(string Output, int Exit, TimeSpan Wall);
