namespace Reqnroll.Generator.Reading;

/// <summary>Why a feature file cannot become tests; line and column count from 1.</summary>
internal sealed record Problem(string Message, int Line, int Column);
