using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>Carries out of a client's own code the sentence that says what had no end.</summary>
internal sealed class BoundExceededException(Sentence sentence) : Exception(sentence.ToString());
