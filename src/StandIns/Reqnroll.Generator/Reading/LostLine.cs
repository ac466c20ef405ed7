namespace Reqnroll.Generator.Reading;

/// <summary>A line of a description that looks like the keyword it misses by a letter.</summary>
internal sealed record LostLine(int Line, string Text, string Meant);
