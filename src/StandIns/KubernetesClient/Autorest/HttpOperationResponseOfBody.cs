namespace k8s.Autorest;

/// <summary>An answer within 2xx and what its body says.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    public T Body { get; set; } = default!;
}
