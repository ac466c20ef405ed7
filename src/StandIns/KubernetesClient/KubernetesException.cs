using k8s.Models;

namespace k8s;

/// <summary>A Status that came as an event of a watch, 410 Expired for one.</summary>
public class KubernetesException : Exception
{
    public KubernetesException() { }

    public KubernetesException(V1Status status)
        : base(status.Message) => Status = status;

    public KubernetesException(string message)
        : base(message) { }

    public KubernetesException(string message, Exception innerException)
        : base(message, innerException) { }

    public V1Status? Status { get; private set; }
}
