namespace Reqnroll;

public class ReqnrollException : Exception
{
    public ReqnrollException() { }

    public ReqnrollException(string message)
        : base(message) { }

    public ReqnrollException(string message, Exception? inner)
        : base(message, inner) { }
}
