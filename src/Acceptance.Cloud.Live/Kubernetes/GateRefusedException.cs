using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>Carries the gate's sentence out of the client's own pipeline.</summary>
internal sealed class GateRefusedException(Sentence sentence) : Exception(sentence.ToString());
