namespace Acceptance.Cloud.Files;

/// <summary>Others may have had a hand in what should be ours alone; the message names it and what mends it.</summary>
public sealed class NotPrivateException(string sentence) : Exception(sentence);
