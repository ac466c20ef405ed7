namespace VerifyNUnit;

/// <summary>What was received is not what was approved.</summary>
internal sealed class VerifyException(string message) : Exception(message);
