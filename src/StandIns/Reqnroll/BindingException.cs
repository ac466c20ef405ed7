namespace Reqnroll;

/// <summary>A binding cannot be used as it is written, or two of them match one step.</summary>
public class BindingException : ReqnrollException
{
    public BindingException() { }

    public BindingException(string message)
        : base(message) { }

    public BindingException(string message, Exception? inner)
        : base(message, inner) { }
}
