namespace k8s.Exceptions;

/// <summary>A kubeconfig that cannot be used, and why.</summary>
public class KubeConfigException : Exception
{
    public KubeConfigException() { }

    public KubeConfigException(string message)
        : base(message) { }

    public KubeConfigException(string message, Exception inner)
        : base(message, inner) { }
}
