namespace k8s.Models;

/// <summary>Anything that something is asked of.</summary>
public interface ISpec<T>
{
    T? Spec { get; set; }
}
