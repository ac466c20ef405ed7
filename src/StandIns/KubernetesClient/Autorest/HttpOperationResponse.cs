namespace k8s.Autorest;

/// <summary>An answer within 2xx, with the messages it came by.</summary>
public class HttpOperationResponse : IDisposable
{
    private bool _disposed;

    public HttpRequestMessage Request { get; set; } = null!;

    public HttpResponseMessage Response { get; set; } = null!;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;
        _disposed = true;
        Request?.Dispose();
        Response?.Dispose();
    }
}
