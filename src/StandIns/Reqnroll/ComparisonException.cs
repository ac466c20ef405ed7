namespace Reqnroll;

/// <summary>A table and what was compared to it differ.</summary>
public class ComparisonException(string message) : Exception(message);
