namespace Acceptance.Cloud.Live.Kubernetes;

/// <summary>
/// A kubeconfig's text, and what its current context says. The text holds a key: it goes into no evidence.
/// </summary>
internal sealed record Kubeconfig(string Text, Uri Server, string CaPem)
{
    // Records print their members; this one must never print a key.
    public override string ToString() => $"kubeconfig of {Server}";
}
