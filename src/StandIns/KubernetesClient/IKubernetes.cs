namespace k8s;

/// <summary>The API server, one property an API group.</summary>
public interface IKubernetes : IDisposable
{
    Uri BaseUri { get; set; }

    ICoreV1Operations CoreV1 { get; }

    IAppsV1Operations AppsV1 { get; }

    IStorageV1Operations StorageV1 { get; }

    ICustomObjectsOperations CustomObjects { get; }

    IVersionOperations Version { get; }
}
