def artifacts = new GroovyShell(new Binding(repository: localRepositoryPath.path))
        .evaluate(new File(new File(itTools).parentFile, 'artifacts.groovy'))

artifacts.install('com.example.sales', 'shop', '1.0.0', 'car', artifacts.car('Shop', '1.0.0', [:]))
artifacts.install('com.example.sales', 'shop-eu', '2.0.0', 'car', artifacts.car('Shop', '2.0.0', [:]))
true
