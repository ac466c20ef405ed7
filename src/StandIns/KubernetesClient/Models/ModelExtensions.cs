namespace k8s.Models;

/// <summary>Short ways into the metadata; each answers null where there is none.</summary>
public static class ModelExtensions
{
    public static string? Continue(this IMetadata<V1ListMeta>? list) => list?.Metadata?.ContinueProperty;

    public static string? ResourceVersion(this IMetadata<V1ListMeta>? list) => list?.Metadata?.ResourceVersion;

    public static string? ResourceVersion(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.ResourceVersion;

    public static IDictionary<string, string>? Annotations(this IMetadata<V1ObjectMeta>? obj) =>
        obj?.Metadata?.Annotations;

    public static DateTime? CreationTimestamp(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.CreationTimestamp;

    public static DateTime? DeletionTimestamp(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.DeletionTimestamp;

    public static IList<string>? Finalizers(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.Finalizers;

    public static IDictionary<string, string>? Labels(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.Labels;

    public static string? Name(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.Name;

    public static string? Namespace(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.NamespaceProperty;

    public static IList<V1OwnerReference>? OwnerReferences(this IMetadata<V1ObjectMeta>? obj) =>
        obj?.Metadata?.OwnerReferences;

    public static string? Uid(this IMetadata<V1ObjectMeta>? obj) => obj?.Metadata?.Uid;

    public static string? GetAnnotation(this IMetadata<V1ObjectMeta> obj, string key) =>
        obj.Annotations()?.TryGetValue(key, out var value) == true ? value : null;

    public static string? GetLabel(this IMetadata<V1ObjectMeta> obj, string key) =>
        obj.Labels()?.TryGetValue(key, out var value) == true ? value : null;
}
