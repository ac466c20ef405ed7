namespace k8s.Autorest;

/// <summary>An answer outside of 2xx.</summary>
public class HttpOperationException : Exception
{
    public HttpOperationException() { }

    public HttpOperationException(string message)
        : base(message) { }

    public HttpOperationException(string message, Exception? innerException)
        : base(message, innerException) { }

    public HttpRequestMessageWrapper Request { get; set; } = null!;

    public HttpResponseMessageWrapper Response { get; set; } = null!;

    public object? Body { get; set; }
}
