using Acceptance.Decisions.Permits;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>One step of a fix in the runbook's words, with the permit it needs. {victim} is filled from the finding.</summary>
public sealed record FixStep(string Text, Permit Needs);
