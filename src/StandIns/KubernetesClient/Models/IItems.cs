namespace k8s.Models;

/// <summary>Any list.</summary>
public interface IItems<T>
{
    IList<T> Items { get; set; }
}
