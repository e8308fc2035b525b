def ei = evaluate(new File(itTools))

def pack = new File(miniatures, 'wso2ei-6.6.0.zip')
ei.fails("The nodes cannot be configured on $pack: node2: conf/carbon.xml (EI 6.6.0, overlay):5:24: not well-formed XML " +
        '(Unexpected close tag </Ofset>; expected </Offset>.); correct the file or restore the shipped one.')
true
