namespace Reqnroll;

/// <summary>A step that no binding matches; the message carries the skeleton to paste.</summary>
public class MissingStepDefinitionException(string message) : ReqnrollException(message);
