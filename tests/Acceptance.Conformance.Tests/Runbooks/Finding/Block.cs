namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>A bash block of a runbook: what an operator copies and pastes.</summary>
/// <param name="Id">Its step's; when the step has several, with a letter: 08-8.0a, 08-8.0b.</param>
/// <param name="Title">The words above it.</param>
/// <param name="Line">The number of its first line, from 1.</param>
internal sealed record Block(string Id, Step Step, string Title, int Line, string Text);
