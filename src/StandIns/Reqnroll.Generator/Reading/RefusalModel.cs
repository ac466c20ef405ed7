namespace Reqnroll.Generator.Reading;

/// <summary>A red test in a scenario's stead: something was written that would otherwise be lost in silence.</summary>
internal sealed record RefusalModel(string MethodName, int Line, string[] Tags, string Message);
