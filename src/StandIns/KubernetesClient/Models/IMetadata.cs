namespace k8s.Models;

/// <summary>Anything with metadata.</summary>
public interface IMetadata<T>
{
    T? Metadata { get; set; }
}
