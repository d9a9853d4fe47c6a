using Mentoring.Migrations;

var connection = args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("ConnectionStrings__Mentoring");
if (string.IsNullOrWhiteSpace(connection))
{
    Console.Error.WriteLine("Give the connection string of the database's owner as the argument or in ConnectionStrings__Mentoring.");
    return 1;
}

Console.WriteLine($"The database is at version {Migrator.MigrateUp(connection)}.");
return 0;
