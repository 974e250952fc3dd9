using Objectives.Gateway.Hosting;

return await ObjectivesProgram.RunAsync(args);
