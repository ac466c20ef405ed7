namespace Reqnroll.BoDi;

public class ObjectContainerException(string message) : Exception(message);
