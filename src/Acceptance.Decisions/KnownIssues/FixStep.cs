using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>One step of a fix in the runbook's words, commands between back-ticks, with the permit it needs.</summary>
public sealed record FixStep(StepText Text, Permit Needs);
