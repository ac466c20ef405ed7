using k8s.Models;

namespace k8s;

/// <summary>Anything with an apiVersion, a kind and metadata.</summary>
public interface IKubernetesObject<TMetadata> : IKubernetesObject, IMetadata<TMetadata> { }
