namespace VerifyTests;

/// <summary>Named in signatures only.</summary>
public sealed class VerifySettings;
